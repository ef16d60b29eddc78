package calltally.app.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The system time of a process and its children, set through libfaketime. */
record SettableSystemTime(Path file) {

  /** Begins with the true time. */
  static SettableSystemTime in(Path folder) throws IOException {
    SettableSystemTime time = new SettableSystemTime(folder.resolve("time"));
    time.set("+0");
    return time;
  }

  /** Sets the clock's offset, such as {@code -1h}; a process sees it within a second. */
  void set(String offset) throws IOException {
    Path next = Files.writeString(file.resolveSibling("next-time"), offset + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The environment variables that a process needs. */
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
        // This fix for other programs makes Java's threads wait for wrong times.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
