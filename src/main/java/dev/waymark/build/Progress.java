package dev.waymark.build;

/** Told how far a build is; called from any thread, seldom enough to be cheap. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (step, done, total) -> {};

  /**
   * @param step what is being done, as a word for people: {@code reading}, {@code rendering}
   * @param done how much of it is done
   * @param total how much there is to do
   */
  void at(String step, long done, long total);
}
