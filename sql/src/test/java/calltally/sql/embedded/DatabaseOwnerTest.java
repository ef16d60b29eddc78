package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.DatabaseAddress;
import calltally.sql.Grants;
import calltally.sql.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The ordinary role that programs log in as, in new data folders and in older ones. */
final class DatabaseOwnerTest {

  private static final String OF_SUPERUSERS =
      """
      select coalesce(string_agg(n.nspname || '.' || o.name, ', '), 'nothing')
      from (
          select relname, relowner, relnamespace, oid
          from pg_class
          where relkind not in ('i', 'I', 't')
          union all
          select proname, proowner, pronamespace, oid from pg_proc
          union all
          select '', nspowner, oid, oid from pg_namespace
          union all
          select typname, typowner, typnamespace, oid
          from pg_type
          where typelem = 0) as o (name, owner, namespace, oid)
      join pg_roles as r on r.oid = o.owner
      join pg_namespace as n on n.oid = o.namespace
      where r.rolsuper
          and n.nspname !~ '^pg_'
          and n.nspname <> 'information_schema'
          and o.oid not in (select d.objid from pg_depend as d where d.deptype = 'e')
      """;

  @TempDir private Path folder;
  private DataFolder data;

  @BeforeEach
  void copy() throws IOException {
    data = DataFolder.withCluster(folder);
  }

  @AfterEach
  void removeBinaries() throws IOException {
    data.removeBinaries();
  }

  @Test
  void the_owner_is_no_superuser_and_cannot_become_one() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      DatabaseAddress owner = cluster.owner();

      assertThat(
              DataFolder.ask(
                  owner,
                  "select row(usename, usesuper)::text from pg_user where usename = current_user"))
          .isEqualTo("(calltally_owner,f)");
      for (String attempt :
          List.of(
              "set role calltally",
              "alter role calltally_owner superuser",
              "alter role calltally password 'x'",
              "create role friend superuser",
              "grant pg_read_server_files to calltally_owner",
              "select pg_read_file('PG_VERSION')",
              "copy (select 1) to program 'true'",
              "alter system set work_mem = '1GB'")) {
        assertThatThrownBy(() -> DataFolder.ask(owner, attempt))
            .as(attempt)
            .hasMessageContaining("denied");
      }
      Path password = data.path().resolve("postgresql/owner.password");
      assertThat(Files.readString(password).strip()).isEqualTo(owner.password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_data_folder_whose_objects_are_the_superusers_is_given_to_the_owner() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      makeOlder(cluster.address());
    }
    Files.delete(data.path().resolve("postgresql/owner.password"));

    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      DatabaseAddress owner = cluster.owner();

      assertThat(DataFolder.ask(owner, OF_SUPERUSERS)).isEqualTo("nothing");
      assertThat(DataFolder.ask(owner, "select count(*) from config.source")).isEqualTo("1");
      assertThat(new Grants(connections(owner)).deviations()).isEmpty();
      Schema.migrate(connections(owner));
      DataFolder.ask(owner, "select calls.begin_rebuild()");
      for (String role :
          List.of(
              "calltally_ingest",
              "calltally_refresh",
              "calltally_report",
              "calltally_web",
              "analyst")) {
        DataFolder.ask(owner, "set role " + role);
        DataFolder.ask(owner, "alter role " + role + " login password 'x'");
      }
    }
  }

  @Test
  void a_lost_password_is_replaced() throws Exception {
    String first;
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      first = cluster.owner().password();
    }
    Files.delete(data.path().resolve("postgresql/owner.password"));

    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      assertThat(cluster.owner().password()).isNotEqualTo(first);
      assertThat(DataFolder.ask(cluster.owner(), "select current_user"))
          .isEqualTo("calltally_owner");
    }
  }

  /** As versions left it that knew no other user than the superuser. */
  private static void makeOlder(DatabaseAddress superuser) throws Exception {
    DataFolder.ask(superuser, "alter database calltally owner to calltally");
    DataFolder.ask(superuser, "drop owned by calltally_owner; drop role calltally_owner");
    Schema.migrate(connections(superuser));
    DataFolder.ask(
        superuser, "insert into config.source (name, zone, region) values ('main', 'UTC', 'BY')");
    assertThat(DataFolder.ask(superuser, OF_SUPERUSERS)).isNotEqualTo("nothing");
  }

  private static PGSimpleDataSource connections(DatabaseAddress address) {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(address.url());
    connections.setUser(address.user());
    connections.setPassword(address.password());
    return connections;
  }
}
