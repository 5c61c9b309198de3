namespace CommunityBot.Understanding;

/// <summary>Where the learnt model waits for the next start.</summary>
public interface IModelShelf
{
    /// <summary>The model learnt from exactly these sources, or null.</summary>
    IntentModel? Find(string fingerprint);

    /// <summary>Keeps this model instead of the one before; a full disk costs only the next start's time.</summary>
    void Keep(string fingerprint, IntentModel model);
}
