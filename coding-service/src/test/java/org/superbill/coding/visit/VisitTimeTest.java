package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTimeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Total time 45 minutes.                                                                  | 45
            Total time spent on the date of the encounter was 1 hour 15 minutes.                    | 75
            I spent a total of 1 hour on the visit.                                                 | 60
            45 minutes total.                                                                       | 45
            Total time, including chart review, history, counseling and documentation: 41 minutes.  | 41
            Spent 5 min on tobacco cessation. Total time 45 minutes.                                | 45
            Total time 45 minutes, excluding 10 minutes for the procedure.                          | 45
            Excluding the injection, total time was 30 minutes.                                     | 30
            I spent 20 minutes face to face and 15 minutes on documentation, total 35 minutes.      | 35
            I spent 25 minutes with the patient.                                                    | 25
            Spent 20 minutes with the patient. Spent 12 minutes on the chart.                       | 32
            I spent 20 minutes face to face and 15 minutes on documentation.                        | 35
            Spent 20 minutes with the patient. I spent 12 minutes counseling her.                   | 20
            Time spent on the visit 40 minutes. Spent 12 minutes on the chart.                      | 40
            I spent 25 minutes examining the patient and reviewing records. Spent 9 minutes on calls. | 25
            I spent 20 minutes with the patient, of which 12 minutes on the chart.                  | 20
            I spent 20 minutes with the patient. The nurse spent 12 minutes on the chart.           | 20
            Total face-to-face time 30 minutes. Total time on the date of the visit 50 minutes.     | 50
            Time spent: 25 min.                                                                     | 25
            35 minutes were spent counseling on diet and exercise.                                  | 35
            He spent 60 minutes at the gym.                                                         |
            Patient spends 90 minutes commuting.                                                    |
            Total time of tobacco cessation counseling 5 minutes.                                   |
            The nurse spent 20 minutes with the patient.                                            |
            Spent 20 minutes on advance care planning with the patient.                             |
            Walks 30 minutes a day. Seizure of 3 minutes.                                           |
            """)
    void theTotalTimeOfTheVisitIsRead(String note, @Nullable Integer minutes) {
        assertThat(VisitTime.in(note).map(VisitTime::minutes).orElse(null)).isEqualTo(minutes);
    }
}
