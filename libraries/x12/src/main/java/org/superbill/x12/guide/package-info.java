/**
 * What the implementation guides say may stand where: loops, segments, elements, usage, repeats, lengths, codes. One readable
 * description per transaction lies beside this package as a resource; reading, writing and checking follow it.
 */
@NullMarked
package org.superbill.x12.guide;

import org.jspecify.annotations.NullMarked;
