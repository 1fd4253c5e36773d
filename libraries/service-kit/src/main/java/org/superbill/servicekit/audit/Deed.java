package org.superbill.servicekit.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the current request does, where its operation and its answer do not say it. */
@RequestScoped
public class Deed {
    private final Set<UUID> patients = new LinkedHashSet<>();
    private @Nullable String name;
    private @Nullable RestResponse<?> shown;

    /** @param name in the form of an operation's id */
    public void is(String name) {
        this.name = name;
    }

    /** Shows or changes what is these patients', whom neither the answer nor the address names: of a file that is sent as it is. */
    public void concerns(Collection<UUID> patientIds) {
        patients.addAll(patientIds);
    }

    /** Nothing is done, and the answer of the first time is shown again. */
    public void shows(RestResponse<?> before) {
        shown = before;
    }

    /** @param answer what it answers if nothing is shown again */
    @Nullable
    Object shownOr(@Nullable Object answer) {
        return shown == null ? answer : shown;
    }

    Set<UUID> patients() {
        return patients;
    }

    /** @param operation what it is called if nothing else was said */
    String orElse(String operation) {
        return name == null ? operation : name;
    }
}
