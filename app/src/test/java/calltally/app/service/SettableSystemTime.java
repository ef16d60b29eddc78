package calltally.app.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The time that a process and its children are told by the system, as libfaketime lets us set it.
 */
record SettableSystemTime(Path file) {

  /** The true time as yet. */
  static SettableSystemTime in(Path folder) throws IOException {
    SettableSystemTime time = new SettableSystemTime(folder.resolve("time"));
    time.set("+0");
    return time;
  }

  /** Sets the clock, such as {@code -1h}; a process sees that within a second. */
  void set(String offset) throws IOException {
    Path next = Files.writeString(file.resolveSibling("next-time"), offset + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a process has to be started with. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        System.getProperty(
            "faults.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // What is for others' sake: with it, threads of Java wait wrong times.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
