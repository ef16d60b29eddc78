package calltally.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long people wait for short commands, on the demo's data, in rounds that alternate
 * with the start of a bare JVM and, if one is given, with another build of the program. Needs
 * nothing but the launchers: Java runs this file as it is.
 */
public final class CommandsBench {

  private static final String CONFIG = "--config=demo/calltally.yaml";
  private static final String BARE = "bare JVM";
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;
  private static final double TICKS_A_SECOND = 100;
  private static final Duration READY = Duration.ofMinutes(2);

  private final Path launcher;
  private final Path folder;
  private final Map<String, List<Took>> all = new LinkedHashMap<>();

  private CommandsBench(Path launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
  }

  /**
   * @param arguments rounds, launcher, and optionally the launcher of the build to compare with
   */
  public static void main(String[] arguments) throws Exception {
    List<CommandsBench> builds = new ArrayList<>();
    for (String launcher : Arrays.asList(arguments).subList(1, arguments.length)) {
      Path folder = Files.createTempDirectory("calltally-bench");
      Path trivial = folder.resolve("Nothing.java");
      Files.writeString(trivial, "class Nothing { public static void main(String[] a) {} }");
      builds.add(new CommandsBench(Path.of(launcher).toRealPath(), folder));
    }
    run(builds, Integer.parseInt(arguments[0]));
    builds.forEach(CommandsBench::summarize);
    if (builds.size() > 1) {
      builds.get(0).compare(builds.get(1));
    }
  }

  private static void run(List<CommandsBench> builds, int rounds) throws Exception {
    for (CommandsBench build : builds) {
      build.java("javac", "Nothing.java");
      print("the first demo", build.calltally("demo"));
    }
    for (int round = 0; round < rounds; round++) {
      for (CommandsBench build : builds) {
        build.measureWithoutService();
      }
    }
    List<Process> services = new ArrayList<>();
    try {
      for (CommandsBench build : builds) {
        services.add(build.service());
      }
      for (int round = 0; round < rounds; round++) {
        for (CommandsBench build : builds) {
          build.measureWithService();
        }
      }
    } finally {
      services.forEach(Process::destroy);
      for (Process service : services) {
        boolean unused = service.waitFor(1, TimeUnit.MINUTES);
      }
    }
  }

  private void measureWithoutService() throws Exception {
    addBare();
    add("sql, without serve", calltally("sql", CONFIG, "select 1"));
    add("demo after the first", calltally("demo"));
  }

  private void measureWithService() throws Exception {
    addBare();
    add("sql, while serve runs", calltally("sql", CONFIG, "select 1"));
    add("report daily, while serve runs", calltally("report", "daily", CONFIG));
    add("check, while serve runs", calltally("check", CONFIG));
  }

  private void addBare() throws Exception {
    add(BARE, java("java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", ".", "Nothing"));
  }

  private void summarize() {
    System.out.println(launcher);
    double bare = median(all.get(BARE), Took::seconds);
    all.forEach(
        (name, rows) ->
            System.out.println(
                String.format(
                    Locale.ROOT,
                    "%-32s %6.2f s (%.2f to %.2f), %5.2f s of CPU, %5.1f × a bare JVM",
                    name,
                    median(rows, Took::seconds),
                    rows.stream().mapToDouble(Took::seconds).min().orElse(0),
                    rows.stream().mapToDouble(Took::seconds).max().orElse(0),
                    median(rows, Took::cpu),
                    median(rows, Took::seconds) / bare)));
  }

  /** Round by round. */
  private void compare(CommandsBench other) {
    System.out.println(launcher + " ÷ " + other.launcher);
    all.forEach(
        (name, rows) -> {
          double[] ratios = new double[rows.size()];
          for (int round = 0; round < ratios.length; round++) {
            ratios[round] = rows.get(round).seconds() / other.all.get(name).get(round).seconds();
          }
          Arrays.sort(ratios);
          System.out.println(
              String.format(
                  Locale.ROOT,
                  "%-32s %.2f (%.2f to %.2f)",
                  name,
                  ratios[ratios.length / 2],
                  ratios[0],
                  ratios[ratios.length - 1]));
        });
  }

  private void add(String name, Took took) {
    all.computeIfAbsent(name, key -> new ArrayList<>()).add(took);
    print(launcher + ", " + name, took);
  }

  private static void print(String name, Took took) {
    System.out.println(
        String.format(Locale.ROOT, "%s: %.2f s, %.2f s of CPU", name, took.seconds(), took.cpu()));
  }

  private Took calltally(String... arguments) throws IOException, InterruptedException {
    return timed(command(launcher.toString(), arguments));
  }

  private Took java(String program, String... arguments) throws IOException, InterruptedException {
    return timed(
        command(Path.of(System.getProperty("java.home"), "bin", program).toString(), arguments));
  }

  private static List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private Took timed(List<String> command) throws IOException, InterruptedException {
    double cpu = cpuOfChildren();
    long start = System.nanoTime();
    Path output = folder.resolve("output.txt");
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    // A report or a check may find something, which is no failure of the command.
    if (code > 1) {
      throw new IllegalStateException(
          "cannot measure %s: it must succeed (was %d: %s)"
              .formatted(command, code, Files.readString(output)));
    }
    return new Took(seconds, cpuOfChildren() - cpu);
  }

  private Process service() throws IOException, InterruptedException {
    Path output = folder.resolve("serve.txt");
    Process service =
        new ProcessBuilder(command(launcher.toString(), "serve", CONFIG))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    long end = System.nanoTime() + READY.toNanos();
    while (!Files.readString(output).contains("http://")) {
      if (!service.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "cannot measure: serve must start (was %s)".formatted(Files.readString(output)));
      }
      Thread.sleep(100);
    }
    // Its first refresh, and the compilation of what it runs.
    Thread.sleep(5_000);
    return service;
  }

  /** The processor time of all processes that this one has started and that have ended. */
  private static double cpuOfChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[CHILDREN_USER_TIME])
            + Long.parseLong(fields[CHILDREN_SYSTEM_TIME]))
        / TICKS_A_SECOND;
  }

  private static double median(List<Took> rows, java.util.function.ToDoubleFunction<Took> value) {
    double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** The time by the clock and by the processors. */
  private record Took(double seconds, double cpu) {}
}
