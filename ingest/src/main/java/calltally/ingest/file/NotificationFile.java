package calltally.ingest.file;

import calltally.exchange.Notification;
import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.line.Lines;
import calltally.ingest.file.text.FileText;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A file of notifications in any format, plain or gzipped. */
public final class NotificationFile {

  private final FileText file;
  private final Lines lines;
  private final DetectedFormat detected;
  private final List<FileNotice> notices;
  private final Deque<FileLine> translated = new ArrayDeque<>();
  private final ReadRemarks remarks = new ReadRemarks();
  private long passedOver;

  private NotificationFile(
      FileText file, Lines lines, DetectedFormat detected, List<FileNotice> notices) {
    this.file = file;
    this.lines = lines;
    this.detected = detected;
    this.notices = notices;
  }

  /**
   * Opens a file and reads as much as it takes to detect its format.
   *
   * @param zone of times that have no offset
   * @throws UnknownFileFormat when its format is not a known one
   */
  public static NotificationFile open(InputStream file, FileReading reading, ZoneId zone)
      throws IOException {
    return open(file, reading, zone, 0);
  }

  /** Opens a part of a file, whose lines are counted from those before it. */
  public static NotificationFile open(
      InputStream file, FileReading reading, ZoneId zone, long linesBefore) throws IOException {
    FileText text = FileText.open(file, reading.charset());
    ForeignContent.refuse(text.beginning());
    FileReading decoded = reading.in(text.charset());
    List<FileNotice> notices = new ArrayList<>();
    Lines lines = Lines.after(linesBefore, text.stream());
    DetectedFormat detected = new FormatDetection(lines, decoded, zone, notices).detect();
    return new NotificationFile(text, lines, detected, notices);
  }

  /** The next notification or unreadable line; empty at the end of the file. */
  public Optional<FileLine> next() throws IOException {
    while (translated.isEmpty()) {
      Optional<FileLine> line = detected.lines().next();
      if (line.isEmpty()) {
        noticeRest();
        return line;
      }
      translate(line.get());
    }
    return Optional.of(translated.remove());
  }

  /** What to know about the file, as far as it is read. */
  public List<FileNotice> notices() {
    List<FileNotice> all = new ArrayList<>(notices);
    all.addAll(detected.parser().notices());
    all.addAll(remarks.notices(detected.parser() instanceof CallList));
    return all;
  }

  /** Notes oddities of a notification of this file, to be said at its end. */
  public void remark(FileLine line, Notification read) {
    remarks.note(line.number(), read);
  }

  private void noticeRest() throws IOException {
    long behind = file.linesBehind();
    if (behind > 0) {
      notices.add(FileNotice.unread("behind", behind));
    }
    if (lines.zeroes().count() > 0) {
      notices.add(FileNotice.unread("zeroes", lines.zeroes().named()));
    }
  }

  /** Lines skipped so far because they concern no call, such as agents logging in. */
  public long passedOver() {
    return passedOver;
  }

  private void translate(FileLine line) {
    if (line.damage() != null) {
      translated.add(line);
      return;
    }
    try {
      translated.addAll(detected.parser().of(line));
      passedOver += translated.isEmpty() ? 1 : 0;
    } catch (DamagedLine e) {
      translated.add(line.damaged(e.rejection()));
    }
  }
}
