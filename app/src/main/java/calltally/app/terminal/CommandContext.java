package calltally.app.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where a command was started and what it sees of the machine: the one place that knows the system
 * clock, the default zone and the environment.
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
