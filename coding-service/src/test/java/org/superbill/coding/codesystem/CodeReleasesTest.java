package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeReleasesTest {
    @Test
    void theSandboxReleaseIsRefusedInProduction() {
        assertThat(CodeReleases.isRefused("sandbox", List.of("prod"))).isTrue();
        assertThat(CodeReleases.isRefused("sandbox", List.of("local"))).isFalse();
        assertThat(CodeReleases.isRefused("sandbox", List.of("test"))).isFalse();
        assertThat(CodeReleases.isRefused("2026", List.of("prod"))).isFalse();
    }
}
