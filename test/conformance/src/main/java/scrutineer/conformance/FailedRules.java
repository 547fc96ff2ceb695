package scrutineer.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import scrutineer.conformance.Report.Failure;
import scrutineer.conformance.Report.RuleReport;

/** Turns veraPDF's flat list of assertions into one entry for each rule that failed. */
final class FailedRules {
  private FailedRules() {}

  static List<RuleReport> of(ValidationResult result) {
    List<RuleReport> rules = new ArrayList<>();
    for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
      rules.add(rule(result, failed.getKey(), failed.getValue()));
    }
    rules.sort(
        Comparator.comparing(RuleReport::clause, FailedRules::compareClauses)
            .thenComparingInt(RuleReport::testNumber));
    return rules;
  }

  private static RuleReport rule(ValidationResult result, RuleId id, int failedChecks) {
    Rule rule = result.getValidationProfile().getRuleByRuleId(id);
    List<Failure> failures = new ArrayList<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED && assertion.getRuleId().equals(id)) {
        String message = Objects.requireNonNullElse(assertion.getErrorMessage(), assertion.getMessage());
        failures.add(new Failure(message, assertion.getLocation().getContext()));
      }
    }
    return new RuleReport(
        id.getSpecification().getId(),
        id.getClause(),
        id.getTestNumber(),
        rule.getObject(),
        rule.getDescription(),
        failedChecks,
        failures);
  }

  /** Orders "7.2" before "7.18.1": part by part, numbers as numbers. */
  private static int compareClauses(String left, String right) {
    String[] a = left.split("\\.");
    String[] b = right.split("\\.");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      boolean numbers = a[i].matches("\\d+") && b[i].matches("\\d+");
      int order =
          numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i])) : a[i].compareTo(b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }
}
