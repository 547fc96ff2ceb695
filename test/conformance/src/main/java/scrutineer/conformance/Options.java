package scrutineer.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.validation.profiles.Profiles;

/**
 * The command line, read.
 *
 * @param flavours the flavours every file is held to
 * @param alsoClaimed hold a file to each flavour that its own metadata claims, too
 * @param files the PDF files, in the order given
 */
record Options(List<PDFAFlavour> flavours, boolean alsoClaimed, List<Path> files) {
  static final String USAGE =
      "Usage: [--flavour ID]... [--claimed] [--files-from-stdin] [file.pdf]...\n"
          + "  --flavour ID         hold every file to this flavour, for example ua1 or 3a\n"
          + "  --claimed            hold each file to what its own metadata claims, too\n"
          + "  --files-from-stdin   read more paths from standard input, one a line, UTF-8";

  static Options parse(String[] args, InputStream in) {
    List<PDFAFlavour> flavours = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    boolean claimed = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--flavour" -> {
          if (++i == args.length) {
            throw new IllegalArgumentException("--flavour needs an ID after it, for example ua1.");
          }
          flavours.add(flavour(args[i]));
        }
        case "--claimed" -> claimed = true;
        case "--files-from-stdin" -> lines(in).forEach(line -> files.add(Path.of(line)));
        default -> {
          if (args[i].startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + args[i] + ".");
          }
          files.add(Path.of(args[i]));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("No PDF file was named.");
    }
    return new Options(flavours, claimed, files);
  }

  private static PDFAFlavour flavour(String id) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
    var known = Profiles.getVeraProfileDirectory().getPDFAFlavours();
    if (!known.contains(flavour)) {
      String ids = known.stream().map(PDFAFlavour::getId).sorted().collect(Collectors.joining(", "));
      throw new IllegalArgumentException("There is no flavour \"" + id + "\". Known: " + ids + ".");
    }
    return flavour;
  }

  private static List<String> lines(InputStream in) {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try (reader) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
