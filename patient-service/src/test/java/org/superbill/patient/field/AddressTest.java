package org.superbill.patient.field;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void isTidiedBeforeItIsJudged() {
        var address = new Address(" 236 N MAIN ST ", "  ", "MIAMI", "fl", "33413-0001");

        assertThat(address).isEqualTo(new Address("236 N MAIN ST", null, "MIAMI", "FL", "334130001"));
        assertThat(faults(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3341", "334130", "33413000", "3341300011", "ABCDE", ""})
    void refusesPostalCodesThatAreNotFiveOrNineDigits(String postalCode) {
        assertThat(faults(new Address("1 A ST", null, "MIAMI", "FL", postalCode)))
                .containsExactly("postalCode");
    }

    @ParameterizedTest
    @CsvSource({"FL,true", "PR,true", "DC,true", "AP,true", "GU,true", "XX,false", "F,false", "FLA,false", "QC,false"})
    void knowsTheStatesAndTerritories(String state, boolean known) {
        assertThat(faults(new Address("1 A ST", null, "MIAMI", state, "33413")).isEmpty())
                .isEqualTo(known);
    }

    @Test
    void knowsFiftyStatesTheDistrictEightTerritoriesAndThreeMilitaryRegions() {
        var known = 0;
        for (var first = 'A'; first <= 'Z'; first++) {
            for (var second = 'A'; second <= 'Z'; second++) {
                var state = "" + first + second;
                known += faults(new Address("1 A ST", null, "MIAMI", state, "33413"))
                                .isEmpty()
                        ? 1
                        : 0;
            }
        }
        assertThat(known).isEqualTo(50 + 1 + 8 + 3);
    }

    private static List<String> faults(Address address) {
        return VALIDATOR.validate(address).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
