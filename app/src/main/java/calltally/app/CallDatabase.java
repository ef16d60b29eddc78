package calltally.app;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import calltally.sql.Schema;
import calltally.sql.UnreleasedSchema;
import calltally.sql.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the calls while a command uses it: the embedded one, or somebody else's. */
final class CallDatabase implements AutoCloseable {

  private static final int CONNECT_SECONDS = 10;
  private static final int SECONDS_TO_NOTICE = 3;

  private final DatabaseAddress address;
  private final @Nullable EmbeddedCluster cluster;
  private final Map<DatabaseRole, String> rolePasswords;

  private CallDatabase(
      DatabaseAddress address,
      @Nullable EmbeddedCluster cluster,
      Map<DatabaseRole, String> rolePasswords) {
    this.address = address;
    this.cluster = cluster;
    this.rolePasswords = rolePasswords;
  }

  /** Enters it beside whoever else uses it. */
  static CallDatabase open(Setup setup) {
    DatabaseAddress external = setup.external();
    return external == null
        ? embedded(EmbeddedCluster.open(setup.configuration().data()))
        : external(external, setup);
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
        : external(external, setup);
  }

  private static CallDatabase embedded(EmbeddedCluster cluster) {
    return new CallDatabase(
        cluster.address(), cluster, Map.of(DatabaseRole.ANALYST, cluster.analystPassword()));
  }

  private static CallDatabase external(DatabaseAddress address, Setup setup) {
    return new CallDatabase(address, null, setup.configuration().database().rolePasswords());
  }

  /** Brings schema and sources to what this program and its configuration say. */
  void prepare(Setup setup) {
    migrate(setup);
    new RolePasswords(rolePasswords).apply(this);
    new ConfiguredSources(setup).apply(owner());
  }

  private void migrate(Setup setup) {
    try {
      Schema.migrate(owner());
    } catch (UnreleasedSchema e) {
      DatabaseAddress external = setup.external();
      throw new UnreleasedSchema(
          external == null
              ? "data folder " + setup.configuration().data()
              : "database " + external);
    }
  }

  DatabaseAddress address() {
    return address;
  }

  /** Connections of the role that owns the schema. */
  DataSource owner() {
    return connections(address);
  }

  /** Connections of the same role that can change nothing. */
  DataSource reader() {
    PGSimpleDataSource database = connections(address);
    database.setReadOnly(true);
    database.setReadOnlyMode("always");
    return database;
  }

  /** Connections of a role: by its own login where it has a password, or else by the owner's. */
  DataSource as(DatabaseRole role) {
    PGSimpleDataSource database = connections(login(role));
    database.setOptions("-c role=" + role.sqlName());
    return database;
  }

  /** Like {@link #as}; both sides notice within seconds when the other is gone. */
  DataSource watchfully(DatabaseRole role) {
    PGSimpleDataSource database = connections(login(role));
    database.setOptions(
        "-c role=%s -c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3"
            .formatted(role.sqlName()));
    database.setTcpKeepAlive(true);
    database.setConnectTimeout(SECONDS_TO_NOTICE);
    database.setSocketTimeout(SECONDS_TO_NOTICE);
    return database;
  }

  /** Whoever logs in to act as the role. */
  DatabaseAddress login(DatabaseRole role) {
    String password = rolePasswords.get(role);
    return password == null
        ? address
        : new DatabaseAddress(address.url(), role.sqlName(), password);
  }

  private static PGSimpleDataSource connections(DatabaseAddress login) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(login.url());
    database.setUser(login.user());
    database.setPassword(login.password());
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calltally");
    return database;
  }

  /** The file with the analysts' password for the embedded database; empty for somebody else's. */
  Optional<Path> analystPasswordFile() {
    return Optional.ofNullable(cluster).map(EmbeddedCluster::analystPasswordFile);
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
