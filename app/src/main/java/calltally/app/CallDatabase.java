package calltally.app;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the calls while a command uses it: the embedded one, or somebody else's. */
final class CallDatabase implements AutoCloseable {

  private static final int CONNECT_SECONDS = 10;

  private final DatabaseAddress address;
  private final @Nullable EmbeddedCluster cluster;

  private CallDatabase(DatabaseAddress address, @Nullable EmbeddedCluster cluster) {
    this.address = address;
    this.cluster = cluster;
  }

  /** Enters it beside whoever else uses it. */
  static CallDatabase open(Setup setup) {
    DatabaseAddress external = setup.external();
    return external == null
        ? embedded(EmbeddedCluster.open(setup.configuration().data()))
        : new CallDatabase(external, null);
  }

  /** Enters it beside whoever else uses it; refused where nothing was ever received. */
  static CallDatabase openExisting(Setup setup) {
    Path data = setup.configuration().data();
    if (setup.external() == null && !EmbeddedCluster.existsIn(data)) {
      throw new NoDataException(data);
    }
    return open(setup);
  }

  /** Enters it as the one service of the data folder. */
  static CallDatabase openForService(Setup setup) {
    DatabaseAddress external = setup.external();
    return external == null
        ? embedded(EmbeddedCluster.openForService(setup.configuration().data()))
        : new CallDatabase(external, null);
  }

  private static CallDatabase embedded(EmbeddedCluster cluster) {
    return new CallDatabase(cluster.address(), cluster);
  }

  /** Brings schema and sources to what this program and its configuration say. */
  void prepare(Setup setup) {
    Schema.migrate(owner());
    new ConfiguredSources(setup).apply(owner());
  }

  DatabaseAddress address() {
    return address;
  }

  /** Connections of the role that owns the schema. */
  DataSource owner() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(address.url());
    database.setUser(address.user());
    database.setPassword(address.password());
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calltally");
    return database;
  }

  /** The file with the password of the embedded database; empty for somebody else's. */
  Optional<Path> passwordFile() {
    return Optional.ofNullable(cluster).map(EmbeddedCluster::passwordFile);
  }

  boolean isEmbedded() {
    return cluster != null;
  }

  /** Starts the embedded PostgreSQL again if it has ended. */
  void ensureRunning() {
    if (cluster != null) {
      cluster.ensureRunning();
    }
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
