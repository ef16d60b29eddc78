package calltally.app.service;

import java.lang.reflect.Proxy;

/** The signal SIGHUP, by reflection: the compiler knows no signals. */
final class HangUpSignal {

  private HangUpSignal() {}

  /** Runs the action at each signal; returns false on systems without it. */
  static boolean runs(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object runs =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, values) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), runs);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
