package calltally.app.query;

import calltally.app.terminal.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a query {@link AnalystQuery#asJson()} as an array of objects, one a line.
 */
public final class JsonResultWriter implements ResultWriter {

  private final Writer out;
  private String before = "[";

  public JsonResultWriter(Writer out) {
    this.out = out;
  }

  /** Writes nothing: each object names its values. */
  @Override
  public void columns(List<TextColumn> columns) {}

  @Override
  public void row(List<@Nullable String> values) {
    write(before + "\n" + values.get(0));
    before = ",";
  }

  @Override
  public void end() {
    write(before.equals("[") ? "[]\n" : "\n]\n");
  }

  private void write(String text) {
    try {
      out.write(text);
      if (text.endsWith("\n")) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
