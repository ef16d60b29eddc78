package calltally.app.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * The surroundings of a command: streams, environment, working directory, system clock and default
 * zone.
 *
 * @param folder the working directory
 */
public record CommandContext(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    Map<String, String> environment,
    Path folder,
    InstantSource clock,
    ZoneId zone) {}
