package calltally.ingest.file;

import calltally.exchange.request.Bytes;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.LineSource;
import calltally.ingest.file.table.TableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table, each as one line, although a quoted cell may have line breaks.
 *
 * <p>Lines are joined only where that makes a row as wide as the heading. So a quote that somebody
 * forgot to close costs its own line and not those that follow.
 */
final class QuotedRows implements LineSource {

  /** Lines of one row; a cell of a call is no letter. */
  private static final int MOST_LINES = 100;

  private final LineSource lines;
  private final TableText text;
  private final int width;
  private final Deque<FileLine> ahead = new ArrayDeque<>();

  /**
   * Reads a table below its heading.
   *
   * @param width number of cells in a row
   */
  QuotedRows(LineSource lines, TableText text, int width) {
    this.lines = lines;
    this.text = text;
    this.width = width;
  }

  @Override
  public Optional<FileLine> next() throws IOException {
    Optional<FileLine> first = nextLine();
    return first.isPresent() && text.isCutOff(first.get(), width)
        ? Optional.of(joined(first.get()))
        : first;
  }

  private Optional<FileLine> nextLine() throws IOException {
    return ahead.isEmpty() ? lines.next() : Optional.of(ahead.remove());
  }

  /** The row that begins in the line; the line itself if no row begins there. */
  private FileLine joined(FileLine first) throws IOException {
    List<FileLine> taken = new ArrayList<>(List.of(first));
    FileLine row = first;
    while (text.isOpen(row) && taken.size() < MOST_LINES) {
      Optional<FileLine> more = nextLine();
      if (more.isEmpty()) {
        break;
      }
      taken.add(more.get());
      row = join(row, more.get());
      if (row.damage() != null) {
        break;
      }
    }
    if (text.isRow(row, width)) {
      return row;
    }
    for (int place = taken.size() - 1; place > 0; place--) {
      ahead.addFirst(taken.get(place));
    }
    return first;
  }

  /** Two lines as one, with the number of the first. */
  static FileLine join(FileLine line, FileLine next) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(line.bytes().toArray());
    both.write('\n');
    both.writeBytes(next.bytes().toArray());
    long length = line.length() + 1 + next.length();
    return FileLine.read(line.number(), Bytes.of(both.toByteArray()), length);
  }
}
