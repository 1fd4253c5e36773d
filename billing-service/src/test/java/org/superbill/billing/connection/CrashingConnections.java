package org.superbill.billing.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The connections, with a process that dies at a step when a test says so: what was done at the partner stays, the transaction does not. */
@Alternative
@Priority(1)
@Singleton
public class CrashingConnections extends Connections {
    /** Where it dies. */
    public enum Moment {
        BEFORE_STAGING,
        AFTER_STAGING,
        BEFORE_RELEASE,
        AFTER_RELEASE
    }

    private static final Map<UUID, Crash> CRASHES = new ConcurrentHashMap<>();

    private record Crash(Moment moment, Runnable meanwhile) {}

    CrashingConnections(ConnectionConfiguration configuration, ObjectMapper json) {
        super(configuration, json);
    }

    /** The organization's next file meets a crash, once. @param meanwhile what the partner does before the process is back */
    public static void dies(UUID organization, Moment moment, Runnable meanwhile) {
        CRASHES.put(organization, new Crash(moment, meanwhile));
    }

    public static boolean hasDied(UUID organization) {
        return !CRASHES.containsKey(organization);
    }

    @Override
    public void stage(String connection, UUID organization, String usage, String name, byte[] file) {
        at(Moment.BEFORE_STAGING, organization);
        super.stage(connection, organization, usage, name, file);
        at(Moment.AFTER_STAGING, organization);
    }

    @Override
    public @Nullable String release(String connection, UUID organization, String usage, String name, byte[] file) {
        at(Moment.BEFORE_RELEASE, organization);
        var id = super.release(connection, organization, usage, name, file);
        at(Moment.AFTER_RELEASE, organization);
        return id;
    }

    private static void at(Moment moment, UUID organization) {
        var crash = CRASHES.get(organization);
        if (crash != null && crash.moment() == moment) {
            crash.meanwhile().run();
            CRASHES.remove(organization);
            throw new IllegalStateException("The process dies " + moment);
        }
    }
}
