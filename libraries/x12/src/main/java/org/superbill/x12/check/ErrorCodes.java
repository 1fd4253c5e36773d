package org.superbill.x12.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.superbill.x12.X12Error.Level;

/** What the codes mean that errors carry: those of TA105, AK905, IK502, IK304 and IK403 that this library gives, in few words. */
public final class ErrorCodes {
    private static final Map<Level, Map<String, String>> MEANINGS = meanings();

    private ErrorCodes() {}

    /** By the acknowledgment's element that has the code, and by code. */
    public static Map<Level, Map<String, String>> all() {
        return MEANINGS;
    }

    /** A few words; empty for a code that no error here has. */
    public static String meaning(Level level, String code) {
        return MEANINGS.getOrDefault(level, Map.of()).getOrDefault(code, "");
    }

    private static Map<Level, Map<String, String>> meanings() {
        var all = new EnumMap<Level, Map<String, String>>(Level.class);
        all.put(
                Level.INTERCHANGE,
                of(
                        "001", "the control numbers of ISA and IEA differ",
                        "005", "the sender's qualifier is unknown",
                        "006", "the sender is empty",
                        "007", "the receiver's qualifier is unknown",
                        "008", "the receiver is empty",
                        "010", "the authorization qualifier is unknown",
                        "012", "the security qualifier is unknown",
                        "014", "the date is none",
                        "015", "the time is none",
                        "017", "the version is not supported",
                        "018", "the control number is none",
                        "019", "the wish for an acknowledgment is neither 0 nor 1",
                        "020", "the usage is neither P nor T",
                        "021", "the number of groups is not the one told",
                        "022", "the interchange's frame is damaged",
                        "023", "the file ends too early",
                        "024", "a segment stands where none may"));
        all.put(
                Level.GROUP,
                of(
                        "1", "groups of this kind are not supported",
                        "3", "the trailer is missing",
                        "4", "the control numbers of GS and GE differ",
                        "5", "the number of transaction sets is not the one told",
                        "6", "the control number is none"));
        all.put(
                Level.TRANSACTION,
                of(
                        "1", "the transaction set or its version is not supported",
                        "2", "the trailer is missing",
                        "3", "the control numbers of ST and SE differ",
                        "4", "the number of segments is not the one told",
                        "7", "the control number is none",
                        "23", "the control number is not the only one in its group"));
        all.put(
                Level.SEGMENT,
                of(
                        "2", "the guide has no such segment there",
                        "3", "a segment that must stand is missing",
                        "4", "the loop stands too often",
                        "5", "the segment stands too often",
                        "7", "the segment is out of its order",
                        "8", "the segment is damaged, or has errors in its elements",
                        "I4", "the guide does not use the segment",
                        "I6", "a segment that the situation demands is missing",
                        "I7", "a loop that must stand is missing",
                        "I9", "the segment stands there, and the situation forbids it"));
        all.put(
                Level.ELEMENT,
                of(
                        "1", "an element that must stand is missing",
                        "2", "an element that another one demands is missing",
                        "3", "there are more elements or components than there may be",
                        "4", "the value is too short",
                        "5", "the value is too long",
                        "6", "a character is not allowed there",
                        "7", "the value is no code of the list",
                        "8", "the date is none, or cannot be",
                        "9", "the time is none",
                        "10", "two elements exclude each other",
                        "11", "the element is repeated too often",
                        "I9", "an element that the situation demands is missing",
                        "I10", "the guide does not use the element",
                        "I12", "the value is not what the situation or the sum demands",
                        "I13", "the element stands there, and the situation forbids it"));
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, String> of(String... codesAndMeanings) {
        var map = new LinkedHashMap<String, String>();
        for (int at = 0; at < codesAndMeanings.length; at += 2) {
            map.put(codesAndMeanings[at], codesAndMeanings[at + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
