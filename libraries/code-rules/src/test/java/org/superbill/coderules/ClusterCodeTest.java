package org.superbill.coderules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterCodeTest {
    @Test
    void aClusterIsTakenApartInItsOrder() {
        assertThat(ClusterCode.of("NC32.50&XK8G/NE83.1"))
                .containsExactly(
                        new ClusterCode(' ', "NC32.50", false),
                        new ClusterCode('&', "XK8G", false),
                        new ClusterCode('/', "NE83.1", false))
                .allSatisfy(code -> assertThat(code.fault()).isNull());
        assertThat(ClusterCode.of("1A00")).containsExactly(new ClusterCode(' ', "1A00", false));
    }

    @Test
    void whatIsWrongIsSaidOfTheCodeThatIsWrong() {
        assertThat(ClusterCode.of("XK8G").get(0).fault()).startsWith("XK8G is an extension code");
        assertThat(ClusterCode.of("1A00&1A01").get(1).fault()).startsWith("& is followed by");
        assertThat(ClusterCode.of("1A00/").get(1).fault()).startsWith("A code is missing");
        assertThat(ClusterCode.of("1O00").get(0).fault()).contains("does not have the form");
    }

    @Test
    void whatIsThereAlreadySaysNothingMore() {
        assertThat(ClusterCode.of("5A11/5A11").get(1).fault()).isEqualTo("5A11 is there already");
        assertThat(ClusterCode.of("NC32.50&XK8G&XK8G").get(2).fault()).isEqualTo("XK8G is there already");
        assertThat(ClusterCode.of("NC32.50&XK8G/NC32.50&XK70"))
                .as("a fracture of each side")
                .allSatisfy(code -> assertThat(code.fault()).isNull());
        assertThat(ClusterCode.of("NC32.50&XK8G/NE83.1&XK8G"))
                .allSatisfy(code -> assertThat(code.fault()).isNull());
    }
}
