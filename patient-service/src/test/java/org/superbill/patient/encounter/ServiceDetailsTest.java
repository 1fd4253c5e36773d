package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceDetailsTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource({
        "90658,true", "0500F,true", "0042T,true", "0001U,true", "J3490,true", "g0008,true", "A0428,true",
        "9065,false", "906580,false", "W1234,false", "9065A1,false", "ABCDE,false", "90658~,false", "9 658,false"
    })
    void judgesProcedureCodesByTheirShape(String code, boolean right) {
        assertThat(faults(service(code, List.of(), "1", 100L)).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "0.001,true", "99999999,true", "0,false", "-1,false", "0.0001,false", "100000000,false"})
    void unitsAreAboveZeroAndFitTheirElement(String units, boolean right) {
        assertThat(faults(service("90658", List.of(), units, 100L)).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "9999999999,true", "10000000000,false", "-1,false"})
    void chargesAreNotBelowZeroAndFitTheirElement(long cents, boolean right) {
        assertThat(faults(service("90658", List.of(), "1", cents)).isEmpty()).isEqualTo(right);
    }

    @Test
    void modifiersAreTwoCharactersAndAtMostFour() {
        assertThat(faults(service("90658", List.of("25", "lt", "59", "X1"), "1", 1L)))
                .isEmpty();
        assertThat(faults(service("90658", List.of("1", "2", "3", "4", "5"), "1", 1L)))
                .hasSize(6);
        assertThat(faults(service("90658", List.of("25", "259"), "1", 1L)))
                .singleElement()
                .asString()
                .startsWith("modifiers[1]");
        assertThat(faults(service("90658", Collections.singletonList(null), "1", 1L)))
                .hasSize(1);
    }

    @Test
    void aLineTakesTheDayOfItsEncounterAndPlainUnits() {
        var line = service("90658", null, "10.00", 2500L).line(3, LocalDate.of(2026, 3, 2));

        assertThat(line.lineNumber()).isEqualTo(3);
        assertThat(line.serviceDate()).isEqualTo("2026-03-02");
        assertThat(line.units().toPlainString()).isEqualTo("10");
        assertThat(line.units()).isEqualTo(new BigDecimal("10"));
        assertThat(line.modifiers()).isEmpty();
    }

    private static ServiceDetails service(String code, List<String> modifiers, String units, Long cents) {
        return new ServiceDetails(code, modifiers, new BigDecimal(units), cents, null, null, null, null, null);
    }

    private static List<String> faults(ServiceDetails service) {
        return VALIDATOR.validate(service).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
