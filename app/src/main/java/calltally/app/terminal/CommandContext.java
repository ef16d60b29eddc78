package calltally.app.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * The surroundings of a command: streams, environment, working directory, system clock, default
 * zone and language.
 *
 * @param folder the working directory
 * @param locale whose language is spoken where Calltally speaks it, else English
 */
public record CommandContext(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    Map<String, String> environment,
    Path folder,
    InstantSource clock,
    ZoneId zone,
    Locale locale) {

  /** The texts of commands in the user's language. */
  public Texts texts() {
    return Texts.of(locale);
  }
}
