package calltally.reporting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.mail.letter.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one report in the archive: its files, and the letter that they are mailed with.
 *
 * @param archive folder of all reports
 * @param path within it, with / between its parts
 */
record ArchivedReport(Path archive, String path) {

  private static final String LETTERS = "mail";
  private static final int DATE_LENGTH = "2026/11/24".length();
  private static final int LONGEST_NAME = 80;
  private static final Pattern NUMBERED = Pattern.compile("/(\\d{1,18})-.*");

  /**
   * The folder of a mailing's report: unique, and safe whatever the subscription's name contains.
   */
  static ArchivedReport of(Path archive, ClaimedMailing mailing, LocalDate date) {
    String name = mailing.subscription().key().toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    String revision = mailing.revision() == 0 ? "" : "-r" + mailing.revision();
    return new ArchivedReport(
        archive,
        "%04d/%02d/%02d/%d-%s%s"
            .formatted(
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                mailing.id().mailingId(),
                plain.substring(0, Math.min(plain.length(), LONGEST_NAME)),
                revision));
  }

  /** The folder that contains the files. */
  Path folder() {
    return archive.resolve(path);
  }

  /** The local date on which the report was due. */
  LocalDate date() {
    return LocalDate.parse(path.substring(0, DATE_LENGTH).replace('/', '-'));
  }

  /** The number of the report's mailing; empty for a folder that somebody else created. */
  OptionalLong mailing() {
    Matcher name = NUMBERED.matcher(path.substring(DATE_LENGTH));
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  /** The files of the report: first the PDF, which mail programs preview, then by name. */
  List<Path> files() throws IOException {
    Comparator<Path> pdfFirst = Comparator.comparing(file -> !file.toString().endsWith(".pdf"));
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(Files::isRegularFile)
          .sorted(pdfFirst.thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /** Writes a letter into the report's folder. */
  static void keep(Letter letter, Copy copy, Path folder) throws IOException {
    Path letters = Files.createDirectories(folder.resolve(LETTERS));
    Files.writeString(letters.resolve(copy.text()), letter.text(), UTF_8);
    Files.writeString(letters.resolve(copy.html()), letter.html(), UTF_8);
  }

  Letter letter(String subject, Copy copy) throws IOException {
    Path letters = folder().resolve(LETTERS);
    return new Letter(
        subject,
        Files.readString(letters.resolve(copy.html()), UTF_8),
        Files.readString(letters.resolve(copy.text()), UTF_8));
  }

  /** Whether a letter goes with the report's files. */
  enum Copy {
    WITH_FILES("letter"),
    WITHOUT_FILES("letter-without-files");

    private final String stem;

    Copy(String stem) {
      this.stem = stem;
    }

    String text() {
      return stem + ".txt";
    }

    String html() {
      return stem + ".html";
    }
  }
}
