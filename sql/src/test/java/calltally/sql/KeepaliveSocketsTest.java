package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class KeepaliveSocketsTest {

  @Test
  void a_machine_that_is_gone_is_noticed_within_a_minute() throws IOException {
    try (Socket socket = new KeepaliveSockets().createSocket()) {
      int idle = socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE);
      int interval = socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL);
      int probes = socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT);

      assertThat(socket.getKeepAlive()).isTrue();
      assertThat(idle + interval * probes).isLessThanOrEqualTo(60);
    }
  }

  @Test
  void the_driver_uses_them_and_the_server_does_the_same() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      PGSimpleDataSource connections = new PGSimpleDataSource();
      connections.setUrl(database.address().url());
      connections.setUser(database.address().user());
      connections.setSocketFactory(KeepaliveSockets.class.getName());
      connections.setOptions(KeepaliveSockets.SERVER_OPTIONS);
      try (Connection connection = connections.getConnection();
          Statement statement = connection.createStatement();
          ResultSet idle = statement.executeQuery("show tcp_keepalives_idle")) {
        idle.next();
        assertThat(idle.getString(1)).isEqualTo("30");
      }
    }
  }
}
