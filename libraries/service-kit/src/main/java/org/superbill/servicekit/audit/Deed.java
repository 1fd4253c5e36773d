package org.superbill.servicekit.audit;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the current request does, where its operation does more than one thing. */
@RequestScoped
public class Deed {
    private @Nullable String name;

    /** @param name in the form of an operation's id */
    public void is(String name) {
        this.name = name;
    }

    /** @param operation what it is called if nothing else was said */
    String orElse(String operation) {
        return name == null ? operation : name;
    }
}
