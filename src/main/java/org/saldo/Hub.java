package org.saldo;

import java.time.InstantSource;
import java.util.Optional;
import org.saldo.command.Saldo;

/** The main class: hands over to the commands. */
public final class Hub {

    private Hub() {
    }

    public static void main(String[] arguments) {
        Optional<String> image = Optional.ofNullable(System.getProperty("saldo.home"));
        System.exit(Saldo.run(System.getenv(), image, InstantSource.system(), arguments));
    }
}
