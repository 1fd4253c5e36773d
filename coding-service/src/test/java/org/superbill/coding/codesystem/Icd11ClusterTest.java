package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.codesystem.Icd11Cluster.Fault;
import org.superbill.coding.codesystem.Icd11Cluster.Group;

class Icd11ClusterTest {
    @Test
    void stemsAreJoinedBySlashesAndExtensionsByAmpersands() {
        var reading = Icd11Cluster.parse("nc32.50&XK8G&XJ7ZH / NE83.1");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cluster().groups())
                .containsExactly(new Group("NC32.50", List.of("XK8G", "XJ7ZH")), new Group("NE83.1", List.of()));
        assertThat(reading.cluster().text()).isEqualTo("NC32.50&XK8G&XJ7ZH/NE83.1");
    }

    @ParameterizedTest
    @CsvSource({
        "XK8G, 0, stem-expected",
        "1A00/XK8G, 1, stem-expected",
        "1A00&1A01, 1, extension-expected",
        "1A00&, 1, code-form",
        "'', 0, code-form",
        "1A00//1A01, 1, code-form",
        "1A0, 0, code-form"
    })
    void whatDoesNotFollowTheSyntaxIsNamedByItsPlace(String text, int place, String rule) {
        assertThat(Icd11Cluster.parse(text).faults()).containsExactly(new Fault(place, rule));
    }
}
