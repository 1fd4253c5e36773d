package org.superbill.stack;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who listens where; each can be moved by a variable such as {@code SUPERBILL_PORT_GATEWAY}. */
enum Port {
    GATEWAY(8080),
    PATIENT_SERVICE(8081),
    CODING_SERVICE(8082),
    BILLING_SERVICE(8083),
    PAYER_SIMULATOR(8090),
    CONTROL(8099),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** As it is written in addresses of people: {@code patient-service}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
        return "SUPERBILL_PORT_" + name();
    }

    /** Ports that nobody has. */
    static Map<Port, Integer> free() {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            ports.put(port, FreePorts.take());
        }
        return ports;
    }

    /** The usual ports, or those that the environment names. @throws StackException when one is no port number */
    static Map<Port, Integer> usual(Function<String, @Nullable String> environment) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            var given = environment.apply(port.variable());
            ports.put(port, given == null || given.isBlank() ? port.usual : parse(port, given.strip()));
        }
        return ports;
    }

    private static int parse(Port port, String given) {
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65_535) {
            throw new StackException(
                    "%s is \"%s\": set it to a port number from 1 to 65535".formatted(port.variable(), given));
        }
        return Integer.parseInt(given);
    }

    /** @throws StackException when a port is taken, or two of ours are the same */
    static void requireFree(Map<Port, Integer> ports) {
        for (var port : ports.entrySet()) {
            var name = port.getKey();
            if (ports.entrySet().stream()
                    .anyMatch(
                            other -> other.getKey() != name && other.getValue().equals(port.getValue()))) {
                throw new StackException(
                        "Port %d is given twice: set %s to another one".formatted(port.getValue(), name.variable()));
            }
            if (!FreePorts.isFree(port.getValue())) {
                throw new StackException(
                        "Port %d (%s) is taken by another program: end that one, or set %s to a free port"
                                .formatted(port.getValue(), name.label(), name.variable()));
            }
        }
    }
}
