package org.superbill.coderules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterCodeTest {
    @Test
    void aClusterIsTakenApartInItsOrder() {
        assertThat(ClusterCode.of("NC32.50&XK8G/NE83.1"))
                .containsExactly(
                        new ClusterCode(' ', "NC32.50"), new ClusterCode('&', "XK8G"), new ClusterCode('/', "NE83.1"))
                .allSatisfy(code -> assertThat(code.fault()).isNull());
        assertThat(ClusterCode.of("1A00")).containsExactly(new ClusterCode(' ', "1A00"));
    }

    @Test
    void whatIsWrongIsSaidOfTheCodeThatIsWrong() {
        assertThat(ClusterCode.of("XK8G").get(0).fault()).startsWith("XK8G is an extension code");
        assertThat(ClusterCode.of("1A00&1A01").get(1).fault()).startsWith("& is followed by");
        assertThat(ClusterCode.of("1A00/").get(1).fault()).startsWith("A code is missing");
        assertThat(ClusterCode.of("1O00").get(0).fault()).contains("does not have the form");
    }
}
