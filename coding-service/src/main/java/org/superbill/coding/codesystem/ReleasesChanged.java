package org.superbill.coding.codesystem;

import java.util.Set;

/** Told inside this process, after the commit, when other releases than before are active; what is derived from them is made anew. */
public record ReleasesChanged(Set<CodeSystem> systems) {
    public ReleasesChanged {
        systems = Set.copyOf(systems);
    }
}
