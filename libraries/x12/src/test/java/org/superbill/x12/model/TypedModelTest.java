package org.superbill.x12.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.x12.Code;
import org.superbill.x12.DateTimePeriod;
import org.superbill.x12.Files837;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedComposite;
import org.superbill.x12.TypedSegment;
import org.superbill.x12.TypedTransaction;
import org.superbill.x12.X12File;
import org.superbill.x12.X12Reader;
import org.superbill.x12.code.EntityIdentifierCode;
import org.superbill.x12.code.NoteReferenceCode;
import org.superbill.x12.guide.ElementDef;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.LoopUse;
import org.superbill.x12.guide.SegmentDef;
import org.superbill.x12.guide.Usage;
import org.superbill.x12.professional.Loop1000BReceiver;
import org.superbill.x12.professional.Loop2300;
import org.superbill.x12.professional.Loop2400;

/** Walks the guides and holds the typed records against them: whatever a guide uses can be read and written by its name. */
class TypedModelTest {
    private int elements;

    static List<Guide> guides() {
        return Guide.all();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everySegmentAndElementOfAGuideHasAnAccessorThatGivesItsValue(Guide guide) {
        var names = Typed.names(guide);
        for (var loop : guide.loops()) {
            var sample = GuideSamples.loop(loop);
            var typed = Typed.loop(guide, loop, sample);
            for (int index = 0; index < loop.parts().size(); index++) {
                if (loop.part(index) instanceof SegmentDef segment && segment.usage() != Usage.NOT_USED) {
                    var part = Typed.get(typed, names.parts(loop).get(index));
                    var one = segment.repeat() > 1 ? ((List<?>) part).get(0) : part;
                    assertThat(one).as("%s %s %s", guide, loop, segment.name()).isInstanceOf(TypedSegment.class);
                    assertThat(((TypedSegment) one).segment()).isEqualTo(GuideSamples.segment(segment));
                    accessors(one, segment.elements(), ((TypedSegment) one).segment());
                }
            }
        }
        assertThat(elements).isGreaterThan(50);
    }

    private void accessors(Object owner, List<ElementDef> definitions, Segment raw) {
        var names = GuideNames.elements(definitions);
        for (int at = 0; at < definitions.size(); at++) {
            var element = definitions.get(at);
            if (element.usage() == Usage.NOT_USED) {
                continue;
            }
            elements++;
            var value = Typed.get(owner, names.get(at));
            assertThat(Typed.text(value))
                    .as("%s.%s", owner.getClass().getSimpleName(), names.get(at))
                    .isNotEmpty()
                    .isEqualTo(raw.element(element.position()));
            hasTheTypeOf(element, value);
            var one = value instanceof List<?> list ? list.get(0) : value;
            if (one instanceof TypedComposite composite) {
                accessors(one, element.components(), composite.components());
            }
        }
    }

    private static void hasTheTypeOf(ElementDef element, Object value) {
        assertThat(value instanceof List).as(element.name()).isEqualTo(element.repeat() > 1);
        var one = value instanceof List<?> list ? list.get(0) : value;
        Class<?> expected = switch (element.type()) {
            case "composite" -> TypedComposite.class;
            case "R" -> BigDecimal.class;
            case "N0" -> Long.class;
            case "DT" -> LocalDate.class;
            case "TM" -> LocalTime.class;
            default ->
                element.number().equals("1251")
                        ? DateTimePeriod.class
                        : element.codes().isEmpty() ? String.class : Code.class;
        };
        assertThat(one).as(element.name()).isInstanceOf(expected);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everySegmentIsMadeAgainOfItsTypedValues(Guide guide) {
        var names = Typed.names(guide);
        for (var loop : guide.loops()) {
            var typed = Typed.loop(guide, loop, GuideSamples.loop(loop));
            for (int index = 0; index < loop.parts().size(); index++) {
                if (loop.part(index) instanceof SegmentDef segment && segment.usage() != Usage.NOT_USED) {
                    var part = Typed.get(typed, names.parts(loop).get(index));
                    var one = (TypedSegment) (segment.repeat() > 1 ? ((List<?>) part).get(0) : part);
                    var made = (TypedSegment) Rebuilt.madeAgain(one, segment.elements());
                    assertThat(made.segment().toX12()).isEqualTo(one.segment().toX12());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aTransactionSetOfAllLoopsIsBuiltWrittenAndReadAgainTheSame(Guide guide) {
        var document = (TypedTransaction) new Rebuilt(guide).loop(guide.root(), GuideSamples.loop(guide.root()));
        assertThat(document.guide()).isSameAs(guide);
        var text = Files837.written(guide, writer -> writer.transaction("0001", document));
        var file = Files837.read(text, X12Reader.whole());
        assertThat(file.errors()).isEmpty();
        var read = file.transactions().get(0).root();
        assertThat(withoutNumbers(read)).isEqualTo(withoutNumbers(document.loop()));
        assertThat(ids(read)).containsExactlyElementsOf(ids(GuideSamples.loop(guide.root())));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyLoopHasAnAccessorInTheLoopAroundIt(Guide guide) {
        for (var parent : guide.loops()) {
            var typed = Typed.loop(guide, parent, GuideSamples.loop(parent));
            for (var part : parent.parts()) {
                if (part instanceof LoopUse use) {
                    var value = Typed.get(typed, new Rebuilt(guide).childAccessor(use.loop()));
                    assertThat(value instanceof List).isEqualTo(part.repeat() > 1);
                    assertThat(Rebuilt.list(value).get(0)).isInstanceOf(Typed.type(guide, use.loop()));
                }
            }
        }
    }

    private static List<String> withoutNumbers(Loop root) {
        return root.allSegments().stream()
                .filter(segment -> !segment.is("ST") && !segment.is("SE"))
                .map(segment -> segment.is("HL") ? "HL " + segment.element(3) : segment.toX12())
                .toList();
    }

    private static List<String> ids(Loop loop) {
        var ids = new ArrayList<String>();
        ids.add(loop.id());
        for (var part : loop.parts()) {
            if (part instanceof Loop child) {
                ids.addAll(ids(child));
            }
        }
        return ids;
    }

    @Test
    void aCodeThatNoListHasIsKept() {
        var receiver = new Loop1000BReceiver(new Loop("1000B", List.of(Segment.parse("NM1*40*2*PAYER*****46*P1"))));
        var name = receiver.receiverName();
        assertThat(name.entityIdentifierCode()).isEqualTo(new EntityIdentifierCode("40"));
        var changed = name.entityIdentifierCode(new EntityIdentifierCode("ZZ"));
        assertThat(changed.segment().toX12()).isEqualTo("NM1*ZZ*2*PAYER*****46*P1");
        assertThat(changed.entityIdentifierCode().code()).isEqualTo("ZZ");
    }

    @Test
    void aCodeThatNoListHasIsReadAndWrittenAgain() throws IOException {
        var file = Files837.file(Files837.claimBody().replace("SV1*HC:99213*100*UN*1", "SV1*QQ:99213*100*ZZ*1"));
        var read = X12File.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        var line = (Loop2400) Typed.loop(
                Guide.PROFESSIONAL_837,
                Loop2400.DEFINITION,
                find(read.transactions().get(0).root(), "2400"));
        var service = line.professionalService();
        assertThat(service.unitOrBasisForMeasurementCode().code()).isEqualTo("ZZ");
        assertThat(service.compositeMedicalProcedureIdentifier()
                        .productOrServiceIdQualifier()
                        .code())
                .isEqualTo("QQ");
        var out = new ByteArrayOutputStream();
        read.write(out);
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(file.strip());
    }

    private static Loop find(Loop loop, String id) {
        if (loop.id().equals(id)) {
            return loop;
        }
        for (var part : loop.parts()) {
            if (part instanceof Loop child) {
                var found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Test
    void aBlankSegmentHasTheValuesThatTheGuideLeavesNoChoiceOf() {
        assertThat(Loop2300.PriorAuthorization.blank().segment().toX12()).isEqualTo("REF*G1");
        assertThat(Loop2300.DateAccident.blank().segment().toX12()).isEqualTo("DTP*439*D8");
        assertThat(Loop2300.ClaimNote.blank()
                        .noteReferenceCode(NoteReferenceCode.ADDITIONAL_INFORMATION)
                        .claimNoteText("TEXT")
                        .segment()
                        .toX12())
                .isEqualTo("NTE*ADD*TEXT");
    }

    @Test
    void whatTheGuideDoesNotKnowIsKeptInATypedLoop() {
        var body = Files837.claimBody().replace("LX*1", "ZZZ*OTHER\nREF*QQ*UNKNOWN\nLX*1");
        var claim = find(Files837.root(body), "2300");
        var typed = (Loop2300) Typed.loop(Guide.PROFESSIONAL_837, Loop2300.DEFINITION, claim);
        assertThat(typed.claimInformation().patientControlNumber()).isEqualTo("C1");
        assertThat(typed.segments()).extracting(Segment::toX12).contains("ZZZ*OTHER", "REF*QQ*UNKNOWN");
    }

    @Test
    void anElementIsSetAndEmptiedWithoutTouchingOthers() {
        var service = Loop2400.ProfessionalService.blank()
                .lineItemChargeAmount(new BigDecimal("100.00"))
                .serviceUnitCount(BigDecimal.ONE);
        assertThat(service.segment().toX12()).isEqualTo("SV1**100.00**1");
        assertThat(service.placeOfServiceCode("11").placeOfServiceCode(null)).isEqualTo(service);
        assertThat(service.placeOfServiceCode()).isNull();
    }

    @Test
    void noTypedPartTellsItsValues() {
        var name = new Loop1000BReceiver(new Loop("1000B", List.of(Segment.parse("NM1*40*2*SECRET*****46*P1"))));
        assertThat(name.toString()).doesNotContain("SECRET");
        assertThat(name.receiverName().toString()).doesNotContain("SECRET");
        assertThat(DateTimePeriod.on(LocalDate.of(1973, 5, 1)).toString()).doesNotContain("1973");
    }
}
