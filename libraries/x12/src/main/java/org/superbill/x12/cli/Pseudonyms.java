package org.superbill.x12.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/**
 * Replacements for a patient's data, the same for the same value and key, without a table of what was replaced. Identifiers keep
 * their shape and stay distinct: digits become digits, letters letters, by a permutation that the key chooses. Who has the key can
 * try out values; one made at random and thrown away gives nothing away.
 */
final class Pseudonyms {
    private static final String[] LAST = {
        "ADLER", "BIRCH", "CEDAR", "DORN", "ELM", "FALK", "GROVE", "HAZEL", "IRIS", "JUNIPER", "KESTREL", "LINDEN",
        "MAPLE", "NETTLE", "OAK", "PINE", "QUINCE", "ROWAN", "SPRUCE", "TEASEL", "ULMER", "VETCH", "WILLOW", "YARROW"
    };
    private static final String[] FIRST = {
        "ALEX", "BLAIR", "CASEY", "DREW", "EMERY", "FINLEY", "GRAY", "HOLLIS", "INDY", "JULES", "KAI", "LANE", "MORGAN",
        "NOEL", "OAKLEY", "PEYTON", "QUINN", "REESE", "SAGE", "TATUM", "UMBER", "VALE", "WREN", "ZION"
    };
    private static final String[] CITIES = {"SPRINGFIELD", "RIVERTON", "FAIRVIEW", "GREENVILLE", "LAKEWOOD", "MILLTOWN"
    };
    private static final int ROUNDS = 3;
    private static final int MOST_DAYS = 365;

    private final long key0;
    private final long key1;

    /** @param key 16 bytes */
    Pseudonyms(byte[] key) {
        var bytes = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        key0 = bytes.getLong();
        key1 = bytes.getLong();
    }

    String last(String value) {
        return pick(LAST, 1, value);
    }

    String first(String value) {
        return value.length() == 1 ? initial(value) : pick(FIRST, 2, value);
    }

    private String initial(String value) {
        return String.valueOf((char) ('A' + Long.remainderUnsigned(hash(3, value), 26)));
    }

    String organization(String value) {
        return "ORGANIZATION " + Long.remainderUnsigned(hash(4, value), 10_000);
    }

    String street(String value) {
        return (1 + Long.remainderUnsigned(hash(5, value), 9_999)) + " MAIN STREET";
    }

    String city(String value) {
        return pick(CITIES, 6, value);
    }

    /** The first three digits stay, which tell a region. */
    String zip(String value) {
        return value.length() < 5 || !Character.isDigit(value.charAt(0))
                ? id(value)
                : value.substring(0, 3) + "01" + (value.length() > 5 ? "0001" : "");
    }

    /** Up to a year earlier, so that it stays before all that has happened since. */
    String birth(String value) {
        try {
            var date = new Segment("DMG" + Segment.ELEMENT + value).date(1);
            if (date == null || value.length() != 8) {
                return "19000101";
            }
            return Segment.format(date.minusDays(1 + Long.remainderUnsigned(hash(7, value), MOST_DAYS)));
        } catch (X12Exception | DateTimeException e) {
            return Segment.format(LocalDate.of(1900, 1, 1));
        }
    }

    private String pick(String[] from, int kind, String value) {
        return from[(int) Long.remainderUnsigned(hash(kind, value), from.length)];
    }

    /** Each letter and digit is moved on within its kind by a number that follows from all the others; so it can be undone. */
    String id(String value) {
        var text = value.toCharArray();
        for (int round = 0; round < ROUNDS; round++) {
            for (int at = 0; at < text.length; at++) {
                int size = size(text[at]);
                if (size > 0) {
                    char from = first(text[at]);
                    int place = text[at] - from;
                    text[at] = from; // the others and the kind decide
                    long step = Long.remainderUnsigned(hash(100 + 5_000L * round + at, new String(text)), size);
                    text[at] = (char) (from + (place + step) % size);
                }
            }
        }
        return new String(text);
    }

    private static int size(char c) {
        return c >= '0' && c <= '9' ? 10 : c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? 26 : 0;
    }

    private static char first(char c) {
        return c <= '9' ? '0' : c <= 'Z' ? 'A' : 'a';
    }

    /** SipHash-2-4 (Aumasson and Bernstein) of the value's characters, under the key. */
    private long hash(long kind, String value) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int words = value.length() / 4 + 2;
        for (int word = 0; word < words + 4; word++) {
            long m = 0;
            if (word == 0) {
                m = kind;
            } else if (word < words) {
                int begin = 4 * (word - 1);
                for (int at = begin; at < begin + 4 && at < value.length(); at++) {
                    m |= (long) value.charAt(at) << 16 * (at - begin);
                }
                if (word == words - 1) {
                    m ^= (long) value.length() << 48;
                }
            } else if (word == words) {
                v2 ^= 0xff;
            }
            int rounds = word < words ? 2 : 1;
            v3 ^= m;
            for (int round = 0; round < rounds; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= m;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
