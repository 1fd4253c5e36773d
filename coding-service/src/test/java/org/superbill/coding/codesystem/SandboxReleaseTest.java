package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxReleaseTest {
    @Test
    void theSandboxReleaseIsRefusedInProduction() {
        assertThat(SandboxRelease.isRefused("sandbox", List.of("prod"))).isTrue();
        assertThat(SandboxRelease.isRefused("sandbox", List.of("local"))).isFalse();
        assertThat(SandboxRelease.isRefused("sandbox", List.of("test"))).isFalse();
        assertThat(SandboxRelease.isRefused("2026", List.of("prod"))).isFalse();
    }
}
