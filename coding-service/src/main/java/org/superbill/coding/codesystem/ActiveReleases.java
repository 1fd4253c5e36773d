package org.superbill.coding.codesystem;

import java.util.Arrays;
import java.util.List;

/** The active releases of all code systems at one moment. */
public record ActiveReleases(List<CodeRelease> all) {
    public ActiveReleases {
        all = List.copyOf(all);
    }

    public Releases of(CodeSystem system) {
        return new Releases(
                system,
                all.stream().filter(release -> release.system() == system).toList());
    }

    /** One for each system, also for one that has no release. */
    public List<Releases> bySystem() {
        return Arrays.stream(CodeSystem.values()).map(this::of).toList();
    }
}
