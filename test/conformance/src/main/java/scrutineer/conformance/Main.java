package scrutineer.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates PDF files with veraPDF, all in one JVM, and prints one JSON document ({@link Report}).
 *
 * <p>Exit code 0 says that the validator ran, whatever it found; 2 that the command line was wrong.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    // Standard output carries the JSON and nothing else, whatever a library may print.
    PrintStream json = System.out;
    System.setOut(System.err);

    Options options;
    try {
      options = Options.parse(args, System.in);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println(Options.USAGE);
      System.exit(2);
      return;
    }
    print(json, run(options));
  }

  private static Report run(Options options) {
    Checker checker = new Checker(options.flavours(), options.alsoClaimed());
    List<Report.FileReport> files = new ArrayList<>();
    for (Path file : options.files()) {
      files.add(checker.check(file));
    }
    return new Report(files);
  }

  private static void print(OutputStream out, Report report) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(out, report);
  }
}
