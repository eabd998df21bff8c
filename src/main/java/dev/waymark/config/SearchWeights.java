package dev.waymark.config;

/**
 * How much a word counts where it stands: in the title of a page, in the headings above a section,
 * in its text. From {@value #LEAST} to {@value #MOST}, in steps of {@value #STEP}.
 */
public record SearchWeights(float title, float heading, float body) {
  public static final float LEAST = 1;
  public static final float MOST = 16;
  public static final float STEP = 0.25f;

  public SearchWeights {
    for (float weight : new float[] {title, heading, body}) {
      if (!isValid(weight)) {
        throw new IllegalArgumentException("weight " + weight);
      }
    }
  }

  /** Measured over judged collections: 1 finds less, 3 and more find no more. */
  public static SearchWeights defaults() {
    return new SearchWeights(2, 2, 1);
  }

  /** Whether this is a weight. */
  public static boolean isValid(double weight) {
    return weight >= LEAST && weight <= MOST && weight / STEP == Math.rint(weight / STEP);
  }

  /** The largest of 1, 0.5 and 0.25 that all of them are multiples of. */
  public float unit() {
    float unit = 1;
    while (title % unit != 0 || heading % unit != 0 || body % unit != 0) {
      unit /= 2;
    }
    return unit;
  }
}
