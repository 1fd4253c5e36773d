package org.superbill.x12.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.x12.guide.PartNames.Names;

class PartNamesTest {
    private static Stream<Guide> guides() {
        return Guide.all().stream();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyPartHasANameThatNoOtherPartOfItsLoopHas(Guide guide) {
        for (var loop : guide.loops()) {
            check(PartNames.of(guide).of(loop), loop.parts().size());
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyElementAndComponentHasANameThatNoOtherOfItsSegmentHas(Guide guide) {
        for (var loop : guide.loops()) {
            for (int place = 0; place < loop.parts().size(); place++) {
                if (loop.part(place) instanceof SegmentDef segment) {
                    elements(PartNames.of(guide).of(loop).of(place), segment.elements());
                }
            }
        }
    }

    private static void elements(Names names, List<ElementDef> elements) {
        check(names, elements.size());
        assertThat(elements)
                .extracting(ElementDef::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, elements.size()).boxed().toList());
        for (int place = 0; place < elements.size(); place++) {
            if (elements.get(place).isComposite()) {
                elements(names.of(place), elements.get(place).components());
            }
        }
    }

    private static void check(Names names, int size) {
        assertThat(names.names())
                .hasSize(size)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
                .doesNotContain("guide", "order", "unknown", "rest", "size");
        for (int place = 0; place < size; place++) {
            assertThat(names.place(names.name(place))).isEqualTo(place);
        }
    }

    @Test
    void namesAreTheGuides() {
        var guide = Guide.PROFESSIONAL_837;
        var claim = PartNames.of(guide).of(guide.loop("2300"));
        assertThat(claim.name(0)).isEqualTo("claimInformation");
        assertThat(claim.names()).contains("healthCareDiagnosisCode", "loop2400ServiceLine");
        assertThat(claim.of(0).names()).startsWith("patientControlNumber", "totalClaimChargeAmount", "element03");
        assertThat(claim.of(0).of(4).names())
                .containsExactly("placeOfServiceCode", "facilityCodeQualifier", "claimFrequencyCode");
    }

    @Test
    void siblingsOfOneNameCarryTheirSegments() {
        var guide = Guide.STATUS_REQUEST_276;
        assertThat(PartNames.of(guide).of(guide.loop("2200D")).names())
                .contains("institutionalBillTypeIdentificationRef", "institutionalBillTypeIdentificationAmt");
    }
}
