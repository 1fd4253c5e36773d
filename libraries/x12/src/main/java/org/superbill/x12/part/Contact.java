package org.superbill.x12.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * Whom to ask (PER).
 *
 * @param function PER01: IC information, BL technical, CX claims
 * @param name PER02
 * @param numbers PER03 to PER08, at most three
 */
public record Contact(String function, @Nullable String name, List<Number> numbers) {
    public Contact {
        numbers = List.copyOf(numbers);
    }

    /** @param qualifier TE telephone, EX extension, FX fax, EM e-mail, UR address on the web */
    public record Number(String qualifier, String value) {}

    public static Contact of(Segment per) {
        var numbers = new ArrayList<Number>();
        for (int at = 3; at <= 7; at += 2) {
            if (per.has(at)) {
                numbers.add(new Number(per.element(at), per.element(at + 1)));
            }
        }
        return new Contact(per.element(1), per.value(2), numbers);
    }

    public static Contact telephone(String function, @Nullable String name, String number, @Nullable String extension) {
        var numbers = new ArrayList<Number>();
        numbers.add(new Number("TE", number));
        if (extension != null) {
            numbers.add(new Number("EX", extension));
        }
        return new Contact(function, name, numbers);
    }

    public Segment per() {
        var elements = new @Nullable String[2 + 2 * numbers.size()];
        elements[0] = function;
        elements[1] = name;
        for (int at = 0; at < numbers.size(); at++) {
            elements[2 + 2 * at] = numbers.get(at).qualifier();
            elements[3 + 2 * at] = numbers.get(at).value();
        }
        return Segment.of("PER", elements);
    }
}
