package scrutineer.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import scrutineer.conformance.Report.FileReport;
import scrutineer.conformance.Report.FlavourReport;
import scrutineer.conformance.Report.Problem;

/** Holds one file after another to the flavours asked for, and to those it claims if so wished. */
final class Checker {
  /** How many failures of one rule are told one by one; the others are only counted. */
  private static final int FAILURES_TOLD = 10;

  private final VeraPDFFoundry foundry;
  private final List<PDFAFlavour> flavours;
  private final boolean alsoClaimed;

  Checker(List<PDFAFlavour> flavours, boolean alsoClaimed) {
    // The libraries' own log lines would only repeat what the report says.
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    this.foundry = Foundries.defaultInstance();
    this.flavours = flavours;
    this.alsoClaimed = alsoClaimed;
  }

  FileReport check(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return unreadable(file, new Problem("missing", "There is no readable file of this name."));
    }
    Set<PDFAFlavour> claims;
    try {
      claims = claims(file);
    } catch (Exception failure) {
      return unreadable(file, problem(failure));
    }
    Set<PDFAFlavour> wanted = new LinkedHashSet<>(flavours);
    if (alsoClaimed) {
      wanted.addAll(claims);
    }
    List<FlavourReport> results = new ArrayList<>();
    for (PDFAFlavour flavour : wanted) {
      results.add(validate(file, flavour));
    }
    return new FileReport(file.toString(), ids(claims), results, null);
  }

  /** What the file's XMP metadata claims. With no flavour given the parser reads exactly that. */
  private Set<PDFAFlavour> claims(Path file) throws Exception {
    try (PDFAParser parser =
        foundry.createParser(file.toFile(), PDFAFlavour.NO_FLAVOUR, PDFAFlavour.NO_FLAVOUR)) {
      Set<PDFAFlavour> claims = new LinkedHashSet<>(parser.getFlavours());
      claims.remove(PDFAFlavour.NO_FLAVOUR);
      return claims;
    }
  }

  private FlavourReport validate(Path file, PDFAFlavour flavour) {
    try (PDFAParser parser = foundry.createParser(file.toFile(), flavour);
        PDFAValidator validator =
            foundry.createValidator(flavour, FAILURES_TOLD, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      return new FlavourReport(
          flavour.getId(),
          result.isCompliant(),
          result.getTotalAssertions(),
          FailedRules.of(result),
          null);
    } catch (Exception failure) {
      return new FlavourReport(flavour.getId(), false, 0, List.of(), problem(failure));
    }
  }

  private static FileReport unreadable(Path file, Problem problem) {
    return new FileReport(file.toString(), List.of(), List.of(), problem);
  }

  private static List<String> ids(Set<PDFAFlavour> flavours) {
    return flavours.stream().map(PDFAFlavour::getId).toList();
  }

  private static Problem problem(Exception failure) {
    if (failure instanceof EncryptedPdfException) {
      return new Problem("encrypted", "The file is encrypted and needs a password to be read.");
    }
    if (failure instanceof ModelParsingException) {
      return new Problem("broken", "The file is not a readable PDF: " + reason(failure));
    }
    if (failure instanceof VeraPDFException) {
      return new Problem("broken", "The validator stopped in this file: " + reason(failure));
    }
    return new Problem("internal", "The validator itself failed: " + failure);
  }

  /** The innermost message: the outer ones only say that something went wrong. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message.strip();
  }
}
