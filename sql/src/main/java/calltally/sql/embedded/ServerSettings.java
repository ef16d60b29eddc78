package calltally.sql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Settings of the embedded PostgreSQL: durable, local to this machine, modest in memory.
 *
 * <p>Rewritten at every start; {@code alter system} overrides it.
 */
final class ServerSettings {

  private static final String FILE = "calltally.conf";

  // Terse and without statements: rows and parameters contain customers' numbers.
  // No parallel workers: containers give them too little shared memory.
  private static final String TEMPLATE =
      """
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      shared_buffers = '128MB'
      work_mem = '16MB'
      maintenance_work_mem = '64MB'
      max_wal_size = '512MB'
      max_parallel_workers_per_gather = 0
      max_parallel_maintenance_workers = 0
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      logging_collector = on
      log_directory = 'log'
      log_filename = 'postgresql-%%Y%%m%%d-%%H%%M%%S.log'
      log_rotation_age = '1d'
      log_rotation_size = '10MB'
      log_checkpoints = off
      log_error_verbosity = terse
      log_min_error_statement = panic
      """;

  private ServerSettings() {}

  static void include(Path cluster) throws IOException {
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "\ninclude_if_exists = '" + FILE + "'\n",
        StandardOpenOption.APPEND);
  }

  static void write(Path cluster, int port) throws IOException {
    new PrivateFile(cluster.resolve(FILE)).write(TEMPLATE.formatted(port));
  }
}
