package scrutineer.conformance;

import java.util.List;

/**
 * What the launcher prints. The names are the JSON's keys; verapdf.ts reads the same shape.
 *
 * @param files one entry for each file, in the order given
 */
record Report(List<FileReport> files) {

  /**
   * One file.
   *
   * @param claims the flavours its own metadata claims, by veraPDF's ID
   * @param results one entry for each flavour it was held to; empty when there is a problem
   * @param problem why the file could not be read at all, or null
   */
  record FileReport(String file, List<String> claims, List<FlavourReport> results, Problem problem) {}

  /**
   * Why a file (or one flavour of it) could not be checked.
   *
   * @param kind "missing", "encrypted", "broken" or "internal"
   * @param message one line of English
   */
  record Problem(String kind, String message) {}

  /**
   * One file held to one flavour.
   *
   * @param checks how many single checks were made
   * @param failedRules the rules that failed, in the order of their clauses
   * @param problem why the check did not come to its end, or null
   */
  record FlavourReport(
      String flavour, boolean compliant, int checks, List<RuleReport> failedRules, Problem problem) {}

  /**
   * One rule that failed.
   *
   * @param object the kind of object in veraPDF's model that the rule speaks of
   * @param description what the rule demands
   * @param failedChecks how often it failed
   * @param failures the first few failures
   */
  record RuleReport(
      String specification,
      String clause,
      int testNumber,
      String object,
      String description,
      int failedChecks,
      List<Failure> failures) {}

  /**
   * One failure of a rule.
   *
   * @param message what was found
   * @param context the path to the object, from the document down
   */
  record Failure(String message, String context) {}
}
