package calltally.app.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time that has been used: unlike a time of the clock, it is hardly longer next to other
 * work.
 *
 * @param service of the Java process
 * @param database of all processes of PostgreSQL
 */
record CpuTime(Duration service, Duration database) {

  private static final double MILLION = 1e6;

  /**
   * The time used so far.
   *
   * @param company whose database is running
   */
  static CpuTime of(ProcessHandle service, BenchedCompany company) throws IOException {
    Path file = company.folder().resolve("data/postgresql/cluster/postmaster.pid");
    long server = Long.parseLong(Files.readAllLines(file).get(0));
    return new CpuTime(
        used(Stream.of(service)),
        used(ProcessHandle.of(server).stream().flatMap(ProcessHandle::children)));
  }

  private static Duration used(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  CpuTime since(CpuTime before) {
    return new CpuTime(service.minus(before.service), database.minus(before.database));
  }

  /** Milliseconds of each of so many. */
  double ofService(int times) {
    return service.toNanos() / MILLION / times;
  }

  /** Milliseconds of each of so many. */
  double ofDatabase(int times) {
    return database.toNanos() / MILLION / times;
  }
}
