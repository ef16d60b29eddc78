package calltally.app.database;

import calltally.app.terminal.CommandFailedException;
import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import calltally.sql.KeepaliveSockets;
import calltally.sql.ReusedSessions;
import calltally.sql.embedded.ClusterRecovering;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.settings.SourceLease;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database while a command uses it: the embedded one, or an external one.
 *
 * <p>A command uses its sessions again until it ends. A service opens a new one for each task,
 * since the database may be another server by the next one.
 */
public final class CallDatabase implements AutoCloseable {

  private static final int CONNECT_SECONDS = 10;
  private static final int SECONDS_TO_NOTICE = 3;

  /** Half as long as the maker of a report may keep it. */
  private static final Duration TASK_STATEMENT = Duration.ofMinutes(5);

  private final DatabaseAddress address;
  private final @Nullable EmbeddedCluster cluster;
  private final Map<DatabaseRole, String> rolePasswords;

  /** Sessions to use again, by the name of their data source; null in a service. */
  private final @Nullable Map<String, ReusedSessions> reused;

  private CallDatabase(
      DatabaseAddress address,
      @Nullable EmbeddedCluster cluster,
      Map<DatabaseRole, String> rolePasswords,
      boolean reusesSessions) {
    this.address = address;
    this.cluster = cluster;
    this.rolePasswords = rolePasswords;
    this.reused = reusesSessions ? new HashMap<>() : null;
  }

  /** Opens the database, shared with other processes; creates the embedded one if needed. */
  public static CallDatabase open(ResolvedSettings settings) {
    DatabaseAddress external = settings.external();
    return external == null
        ? embedded(EmbeddedCluster.open(settings.configuration().data().path()), true)
        : answering(external, settings);
  }

  /** Opens the database, shared with other processes; fails if the embedded one does not exist. */
  public static CallDatabase openExisting(ResolvedSettings settings) {
    Path data = settings.configuration().data().path();
    // What may not be read may exist: then opening it says so.
    if (settings.external() == null
        && !EmbeddedCluster.existsIn(data)
        && EmbeddedCluster.isReadable(data)) {
      throw new NoDatabaseException(data);
    }
    return open(settings);
  }

  /** The same for checks, which find out themselves whether an external one answers. */
  public static CallDatabase openToCheck(ResolvedSettings settings) {
    DatabaseAddress external = settings.external();
    return external == null ? openExisting(settings) : external(external, settings, true);
  }

  /** Opens the database as the only program of the data folder. */
  public static CallDatabase openAlone(ResolvedSettings settings) {
    return alone(settings, true);
  }

  /**
   * Opens the database as the only service of the data folder. If the sources are known without the
   * database, it may still be recovering, or be away.
   */
  public static CallDatabase openForService(ResolvedSettings settings) {
    return alone(settings, false);
  }

  private static CallDatabase alone(ResolvedSettings settings, boolean reusesSessions) {
    DatabaseAddress external = settings.external();
    if (external != null) {
      return external(external, settings, reusesSessions);
    }
    Path data = settings.configuration().data().path();
    return embedded(
        settings.isConfigured()
            ? EmbeddedCluster.openRecovering(data)
            : EmbeddedCluster.openForService(data),
        reusesSessions);
  }

  private static CallDatabase embedded(EmbeddedCluster cluster, boolean reusesSessions) {
    return new CallDatabase(
        cluster.owner(),
        cluster,
        Map.of(DatabaseRole.ANALYST, cluster.analystPassword()),
        reusesSessions);
  }

  /** Fails at once with an explanation if the database does not answer. */
  private static CallDatabase answering(DatabaseAddress address, ResolvedSettings settings) {
    CallDatabase database = external(address, settings, true);
    try {
      database.owner().getConnection().close();
      return database;
    } catch (SQLException e) {
      throw new CommandFailedException(
          e, "database.unreachable", address.place(), ConnectionFailure.reason(e));
    }
  }

  private static CallDatabase external(
      DatabaseAddress address, ResolvedSettings settings, boolean reusesSessions) {
    return new CallDatabase(
        address, null, settings.configuration().database().rolePasswords(), reusesSessions);
  }

  /** Checks that the schema is this program's; changes nothing in a database that is in use. */
  public void prepareToRead(ResolvedSettings settings) {
    new DatabasePreparation(this, settings).read();
  }

  /** Migrates the schema; changes no settings of a database that has any. */
  public void prepare(ResolvedSettings settings) {
    new DatabasePreparation(this, settings).migrate();
  }

  /** Also applies the configured sources and passwords, unless a service is running. */
  public void prepareToWrite(ResolvedSettings settings) {
    new DatabasePreparation(this, settings).applyUnlessServed();
  }

  /**
   * Also applies the configured sources and passwords, and leases the sources.
   *
   * @param replacesSources whether to take sources from running services, instead of failing
   * @throws ClusterRecovering while the embedded PostgreSQL takes no logins
   */
  public SourceLease prepareToServe(ResolvedSettings settings, boolean replacesSources) {
    if (cluster != null) {
      cluster.requireReady();
    }
    return new DatabasePreparation(this, settings).serve(replacesSources);
  }

  RolePasswords rolePasswords() {
    return new RolePasswords(rolePasswords);
  }

  public DatabaseAddress address() {
    return address;
  }

  /** Connections of the role that owns the schema. */
  public DataSource owner() {
    return sessions("owner", address, database -> {});
  }

  /**
   * Connections that migrate the schema as its owner: those of a superuser where there is one, who
   * alone may change what PostgreSQL gives to everyone.
   */
  DataSource migrator() {
    if (cluster == null) {
      return owner();
    }
    String options = "-c role=" + address.user();
    return sessions("migrator", cluster.address(), database -> database.setOptions(options));
  }

  /** The login that may back up the embedded database. */
  public DatabaseAddress backupLogin() {
    return cluster == null ? address : cluster.address();
  }

  /** Read-only connections of the same role. */
  public DataSource reader() {
    return sessions(
        "reader",
        address,
        database -> {
          database.setReadOnly(true);
          database.setReadOnlyMode("always");
        });
  }

  /** Connections of a role: through its own login if it has a password, or else the owner's. */
  public DataSource as(DatabaseRole role) {
    String options = "-c role=" + role.sqlName() + " " + KeepaliveSockets.SERVER_OPTIONS;
    return sessions(role.sqlName(), login(role), database -> database.setOptions(options));
  }

  /**
   * Like {@link #as}, for tasks that a service repeats: a statement may take five minutes. A
   * session of PostgreSQL that hangs while others answer does not end its statement; the connection
   * to it is closed a minute later.
   */
  public DataSource forTasks(DatabaseRole role) {
    PGSimpleDataSource database = connections(login(role));
    database.setOptions(
        "-c role=%s -c statement_timeout=%d %s"
            .formatted(role.sqlName(), TASK_STATEMENT.toMillis(), KeepaliveSockets.SERVER_OPTIONS));
    database.setSocketTimeout(Math.toIntExact(TASK_STATEMENT.plusMinutes(1).toSeconds()));
    return database;
  }

  /** Like {@link #as}, but each side notices within seconds that the other is gone. */
  public DataSource withKeepalive(DatabaseRole role) {
    PGSimpleDataSource database = connections(login(role));
    database.setOptions(
        "-c role=%s -c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3"
            .formatted(role.sqlName()));
    database.setTcpKeepAlive(true);
    database.setConnectTimeout(SECONDS_TO_NOTICE);
    database.setSocketTimeout(SECONDS_TO_NOTICE);
    return database;
  }

  /** The login through which the role acts. */
  public DatabaseAddress login(DatabaseRole role) {
    String password = rolePasswords.get(role);
    return password == null
        ? address
        : new DatabaseAddress(address.url(), role.sqlName(), password);
  }

  private DataSource sessions(
      String name, DatabaseAddress login, Consumer<PGSimpleDataSource> further) {
    if (reused == null) {
      PGSimpleDataSource each = connections(login);
      further.accept(each);
      return each;
    }
    synchronized (reused) {
      return reused.computeIfAbsent(
          name,
          key -> {
            ReusedSessions kept = connecting(new ReusedSessions(), login);
            further.accept(kept);
            return kept;
          });
    }
  }

  private static PGSimpleDataSource connections(DatabaseAddress login) {
    return connecting(new PGSimpleDataSource(), login);
  }

  private static <D extends PGSimpleDataSource> D connecting(D database, DatabaseAddress login) {
    database.setUrl(login.url());
    database.setUser(login.user());
    database.setPassword(login.password());
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calltally");
    database.setSocketFactory(KeepaliveSockets.class.getName());
    database.setTcpKeepAlive(true);
    return database;
  }

  /** The file with the analyst's password of the embedded database; empty for an external one. */
  Optional<Path> analystPasswordFile() {
    return Optional.ofNullable(cluster).map(EmbeddedCluster::analystPasswordFile);
  }

  public boolean isEmbedded() {
    return cluster != null;
  }

  /** Restarts the embedded PostgreSQL if it has ended. */
  public void ensureRunning() {
    if (cluster != null) {
      cluster.ensureRunning();
    }
  }

  @Override
  public void close() {
    if (reused != null) {
      synchronized (reused) {
        reused.values().forEach(ReusedSessions::close);
      }
    }
    if (cluster != null) {
      cluster.close();
    }
  }
}
