/** Answers questions at once: of a claim's status (276 by 277) and of eligibility (270 by 271). */
@NullMarked
package org.superbill.payersimulator.inquiry;

import org.jspecify.annotations.NullMarked;
