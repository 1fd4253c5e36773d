package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/x12-files",
                "/api/v1/remittances/previews",
                "/api/v1/code-files",
                "/api/v1/claim-rules/1/dry-run",
                "/api/v1/ledger/verification",
                "/api/v1/ledger/export",
                "/api/v1/ledger/periods/2026-03/close",
                "/api/v1/edit-tables/mue/releases/1/activate",
                "/api/v1/code-index/1/rollback"
            })
    void theseMayTakeMinutes(String path) {
        assertThat(Backend.takesLong(ApiPath.of(path).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/claims", "/api/v1/ledger/entries", "/api/v1/encounters/1/complete", "/api/v1/", "/q/x"})
    void theseMayNot(String path) {
        assertThat(Backend.takesLong(ApiPath.of(path).orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/code-systems/icd-10-cm/releases/2026/file",
                "/api/v1/code-facts/files/spans-icd-10-cm",
                "/api/v1/ledger/export/lines",
                "/api/v1/ledger/export/seals"
            })
    void theseAreFilesThatAreRead(String path) {
        assertThat(Backend.givesFile(ApiPath.of(path).orElseThrow())).isTrue();
        assertThat(Backend.takesLong(ApiPath.of(path).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/code-facts/files", "/api/v1/code-systems/icd-10-cm/releases", "/api/v1/claims/1"})
    void theseAreNot(String path) {
        assertThat(Backend.givesFile(ApiPath.of(path).orElseThrow())).isFalse();
    }
}
